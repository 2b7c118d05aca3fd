package deltascope.algebra;

import deltascope.math.Matrix;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A function of one number, applied to every cell.
 *
 * @param title the name in words, and in Java
 * @param head the name as it is set
 * @param numpyName the name in numpy
 * @param inner what is computed first, in its own right; the identity's place is null
 * @param rule what it computes, from the inner value
 * @param meaning what the name stands for
 */
public record Elementwise(
    String title,
    Maths head,
    String numpyName,
    @Nullable DoubleUnaryOperator inner,
    DoubleUnaryOperator rule,
    Definition meaning)
    implements Function {
  public Elementwise(
      String title, Maths head, String numpyName, DoubleUnaryOperator rule, Definition meaning) {
    this(title, head, numpyName, null, rule, meaning);
  }

  @Override
  public Matrix apply(List<Matrix> arguments) {
    Matrix argument = arguments.get(0);
    return inner == null ? argument.image(rule) : argument.image(inner).map(rule);
  }

  @Override
  public Maths maths(List<Maths> arguments) {
    return Maths.row(head, Maths.fenced(arguments.get(0)));
  }

  @Override
  public Code numpy(List<Code> arguments) {
    return Code.call(numpyName, arguments);
  }

  @Override
  public Code java(List<Code> arguments) {
    return Code.call(title, arguments);
  }

  @Override
  public Optional<Definition> definition() {
    return Optional.of(meaning);
  }
}
