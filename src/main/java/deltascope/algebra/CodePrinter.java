package deltascope.algebra;

import java.util.ArrayList;
import java.util.List;

/** What numpy and Java listings have in common: names, numbers, marks and parentheses. */
abstract class CodePrinter implements Expr.Visitor<Code> {
  abstract Code apply(Function function, List<Code> arguments);

  /** What is done before the line, fresh where the textbook does not do it. */
  static Code freshUnless(Statement statement, Statement textbook, Code before) {
    return statement.before().equals(textbook.before()) ? before : before.marked(Mark.FRESH);
  }

  /** How a line adds, or else assigns; both where the textbook's does the other. */
  static Code sign(Statement statement, Statement textbook, Code adds, Code assigns) {
    boolean now = statement.kind() == Statement.Kind.ADDS;
    boolean then = textbook.kind() == Statement.Kind.ADDS;
    return now == then
        ? now ? adds : assigns
        : Code.join(
            (then ? adds : assigns).marked(Mark.STRUCK), (now ? adds : assigns).marked(Mark.FRESH));
  }

  @Override
  public Code ref(Ref ref) {
    return Code.of(ref.code(), ref.quantity().styleClass());
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
