package imaging.pipelines;

import imaging.filters.ImagingException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers in the output folder which outputs are complete, so that a batch that was stopped can go
 * on.
 *
 * <p>That a file is there says little: it may come from another pipeline, from an older input, or be
 * half a file. So each complete output gets a line that names all of that:
 *
 * <pre>output name, size of the output, size and time of the input, filter</pre>
 *
 * <p>Invariant: a line is added only after its output was moved into place. A batch that dies between
 * the two does one image twice, and never skips one that is missing. A line cut off by a crash
 * matches nothing. Threads: any.
 */
final class BatchJournal {

  static final String FILE_NAME = ".batch-journal";

  private final Path file;
  private final String filter;

  /** The newest line of each output name: an older one tells of a file that is gone. */
  private final Map<String, String> newest = new ConcurrentHashMap<>();

  private BatchJournal(Path folder, String filter) {
    this.file = folder.resolve(FILE_NAME);
    this.filter = filter;
  }

  /** {@return the journal of an output folder, made if there is none} */
  static BatchJournal open(Path folder, String filter) {
    BatchJournal journal = new BatchJournal(folder, filter);
    try {
      Files.createDirectories(folder);
      journal.load();
      return journal;
    } catch (IOException e) {
      throw new ImagingException(
          "cannot use the output folder %s (%s): choose one that can be written"
              .formatted(folder, e),
          e);
    }
  }

  private void load() throws IOException {
    try {
      // Latin 1 reads any bytes, so a damaged journal is no failure: its lines just match nothing.
      Files.readAllLines(file, StandardCharsets.ISO_8859_1).forEach(this::remember);
      // Closes a line that a crash cut off, or the next one would be glued to it.
      append("\n");
    } catch (NoSuchFileException e) {
      append("");
    }
  }

  /** {@return whether this very output was completed from this very input with this filter} */
  boolean isComplete(Path input, Path output) {
    try {
      String line = Files.exists(output) ? line(input, output) : "";
      return !line.isEmpty() && line.equals(newest.get(nameIn(line)));
    } catch (IOException e) {
      return false; // Then it is done again, and the failure shows where it belongs.
    }
  }

  /** Notes that the output is in place. */
  synchronized void completed(Path input, Path output) {
    try {
      String line = line(input, output);
      append(line + "\n");
      remember(line);
    } catch (IOException e) {
      throw new ImagingException("cannot write %s (%s): is the disk full?".formatted(file, e), e);
    }
  }

  private void remember(String line) {
    newest.put(nameIn(line), line);
  }

  private static String nameIn(String line) {
    return line.substring(0, Math.max(0, line.indexOf(' ')));
  }

  private void append(String text) throws IOException {
    Files.writeString(
        file,
        text,
        StandardCharsets.US_ASCII,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private String line(Path input, Path output) throws IOException {
    return String.join(
        " ",
        encoded(output.getFileName().toString()),
        Long.toString(Files.size(output)),
        Long.toString(Files.size(input)),
        Long.toString(Files.getLastModifiedTime(input).toMillis()),
        encoded(filter));
  }

  /** One word without spaces or line ends. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
