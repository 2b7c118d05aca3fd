package deltascope.algebra;

import java.util.ArrayList;
import java.util.List;

/** What numpy and Java listings have in common: names, numbers, marks and parentheses. */
abstract class CodePrinter implements Expr.Visitor<Code> {
  abstract Code apply(Function function, List<Code> arguments);

  @Override
  public Code ref(Ref ref) {
    Quantity quantity = ref.quantity();
    String index = quantity.layered() ? "[" + ref.layer() + "]" : "";
    return Code.of(quantity.code() + index, quantity.styleClass());
  }

  @Override
  public Code numeral(Numeral number) {
    return Code.of(number.text());
  }

  @Override
  public Code parameter(Parameter parameter) {
    return Code.of(parameter.code(), parameter == Parameter.ETA ? "q-eta" : "");
  }

  @Override
  public Code applied(Applied applied) {
    List<Code> arguments = new ArrayList<>();
    applied.parts().forEach(part -> arguments.add(part.accept(this)));
    return apply(applied.function(), arguments);
  }

  @Override
  public Code named(Named named) {
    return named.definition().accept(this);
  }

  @Override
  public Code marked(Marked marked) {
    return marked.part().accept(this).marked(marked.mark());
  }

  @Override
  public Code replaced(Replaced replaced) {
    return Code.join(
        replaced.textbook().accept(this).atLeast(Code.ATOM).marked(Mark.STRUCK),
        replaced.asRun().accept(this).atLeast(Code.ATOM).marked(Mark.FRESH));
  }
}
