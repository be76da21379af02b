package imaging.service;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A headless Chromium of this machine; nothing is downloaded. */
final class Browser implements AutoCloseable {

  private static final Path SCREENS = Path.of("target/screens");

  final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** {@return why no browser can be used here, or nothing if one can} */
  static Optional<String> missing() {
    if (find("chromium", "chromium-browser", "google-chrome", "google-chrome-stable").isEmpty()) {
      return Optional.of("not run: no Chromium on the PATH (Debian: apt-get install chromium)");
    }
    return find("chromedriver").isEmpty()
        ? Optional.of(
            "not run: no chromedriver on the PATH (Debian: apt-get install chromium-driver)")
        : Optional.empty();
  }

  static Browser open(Path profile) {
    ChromeOptions options = new ChromeOptions();
    find("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
        .ifPresent(binary -> options.setBinary(binary.toFile()));
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--user-data-dir=" + profile.toAbsolutePath());
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(find("chromedriver").orElseThrow().toFile())
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  void size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
  }

  /** As a telephone of this width would show it; a headless window cannot be narrower than 500. */
  void phone(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", true));
  }

  /** {@code light} or {@code dark}, as the settings of the person's machine would say. */
  void scheme(String name) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", name))));
  }

  WebElement element(String id) {
    return driver.findElement(By.id(id));
  }

  List<WebElement> elements(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Saves what can be seen to {@code target/screens}, the whole page, for a person to look at. */
  void screenshot(String name) throws IOException {
    Object data =
        driver
            .executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true))
            .get("data");
    Files.createDirectories(SCREENS);
    Files.write(
        SCREENS.resolve(name + ".png"),
        OutputType.BYTES.convertFromBase64Png(String.valueOf(data)));
  }

  private static Optional<Path> find(String... names) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
