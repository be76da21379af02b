package imaging.grader;

/** What a check needs beside the JDK. */
public enum Needs {
  /** Nothing: the check runs everywhere. */
  JDK,
  /** A Docker engine that answers. */
  DOCKER,
  /** A Kubernetes cluster that kubectl reaches, and the profile {@code cluster}. */
  CLUSTER
}
