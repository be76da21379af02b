package imaging.bench.queue;

/** What is measured, and in which unit. */
enum Measurement {
  ENQUEUE("enqueue one at a time, a second"),
  ENQUEUE_BULK("enqueue 500 a call, a second"),
  MEMORY("bytes a task"),
  PROCESS("process, 1 worker, a second"),
  CLIENT("client's processor, µs a task"),
  SERVER("Redis's processor, µs a task"),
  PROCESS_10("process, 10 workers, a second"),
  BATCHES("process, batches of 50, a second"),
  P50("latency p50, µs"),
  P99("latency p99, µs");

  private final String label;

  Measurement(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
