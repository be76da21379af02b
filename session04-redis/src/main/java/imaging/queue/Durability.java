package imaging.queue;

/** What Redis does so that data outlives it, beginning with the least. */
public enum Durability {
  /** Nothing on disk: a restart begins empty. */
  NONE,
  /** Appends each change to a file, and forces it to disk once a second: that second is the window. */
  EVERYSEC,
  /** Forces each change to disk before the client hears that it was done. */
  ALWAYS
}
