package imaging.pipelines.lab;

import java.util.Random;

/** An expression together with its value, worked out while it was made. */
record RandomExpression(String text, int value, int level) {

  private static final int SUM = 0;
  private static final int PRODUCT = 1;
  private static final int FACTOR = 2;

  static RandomExpression of(Random random, int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      int number = random.nextInt(1, 20);
      return new RandomExpression(Integer.toString(number), number, FACTOR);
    }
    RandomExpression left = of(random, depth - 1);
    RandomExpression right = of(random, depth - 1);
    String space = " ".repeat(random.nextInt(2));
    return switch (random.nextInt(4)) {
      case 0 -> joined(left, space + "+" + space, right, left.value + right.value, SUM);
      case 1 -> joined(left, space + "-" + space, right, left.value - right.value, SUM);
      case 2 ->
          Math.abs((long) left.value * right.value) > 1_000_000
              ? joined(left, "-", right, left.value - right.value, SUM)
              : joined(left, space + "*" + space, right, left.value * right.value, PRODUCT);
      default ->
          right.value == 0
              ? joined(left, "+", right, left.value, SUM)
              : joined(left, space + "/" + space, right, left.value / right.value, PRODUCT);
    };
  }

  /** Parentheses only where they are needed: what stands on the right must bind tighter. */
  private static RandomExpression joined(
      RandomExpression left, String sign, RandomExpression right, int value, int level) {
    return new RandomExpression(left.within(level) + sign + right.within(level + 1), value, level);
  }

  private String within(int wanted) {
    return level >= wanted ? text : "(" + text + ")";
  }
}
