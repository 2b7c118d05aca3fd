package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * A function that an expression applies: what it computes, how it is written, and what it means.
 * Functions are constants or records, so that equal expressions stay equal.
 */
public interface Function {
  /** Its short name in words and explanations: "tanh". */
  String title();

  /** Its value; the arguments are never changed. */
  Matrix apply(List<Matrix> arguments);

  /** Whether a cell of the result depends on the same cell of the arguments alone. */
  default boolean elementwise() {
    return true;
  }

  /** Whether it puts its arguments in parentheses itself, as tanh(z) does. */
  default boolean bracketsArguments() {
    return true;
  }

  /** How a textbook writes it. */
  Maths maths(List<Maths> arguments);

  /** How a numpy program writes it. */
  Code numpy(List<Code> arguments);

  /** How a Java program on {@link Matrix} writes it. */
  Code java(List<Code> arguments);

  /** What it means, where the name alone does not say it. */
  default Optional<Definition> definition() {
    return Optional.empty();
  }

  /** What its listings call and neither language has; its definition's, unless it says more. */
  default Optional<Helper> helper() {
    return definition().map(meaning -> new Helper(meaning.numpy(), meaning.java()));
  }

  /**
   * Code that makes a listing run.
   *
   * @param numpy a whole definition in numpy, empty where numpy needs none
   * @param java a whole static method in Java, empty where Java needs none
   */
  record Helper(String numpy, String java) {}

  /**
   * The meaning of a function's name, in formula and in code.
   *
   * @param maths such as φ′(z) = 1 − tanh² z
   * @param numpy a whole definition in numpy, one or two lines
   * @param java a whole static method in Java
   */
  record Definition(Maths maths, String numpy, String java) {}
}
