package deltascope.network;

import deltascope.algebra.Line;
import deltascope.algebra.Ref;
import deltascope.algebra.Statement;
import deltascope.data.Split;
import java.util.List;
import java.util.function.Function;

/**
 * A call of the schedule made ready to run: its line, and whether and by whom it was changed.
 *
 * @param call which equation, for which layer
 * @param line the statement that runs, beside the textbook's
 * @param alone the same line as it reads when one sample goes through alone
 * @param differs whether the two differ
 * @param acting the variations that changed it
 * @param operands the names that it reads
 * @param changed the names whose objects it changes in place
 * @param parts the parts that get a name while it runs
 */
record Instruction(
    Call call,
    Line line,
    Line alone,
    boolean differs,
    List<String> acting,
    List<Ref> operands,
    List<Ref> changed,
    List<Ref> parts) {
  static Instruction of(EquationSet equations, Call call, Split split) {
    Function<Equations, Statement> from =
        set -> call.equation().statement(set, call.layer(), split);
    Line line = new Line(from.apply(equations.asRun()), from.apply(equations.textbook()));
    boolean differs = !line.statement().equals(line.textbook());
    Statement runs = line.statement();
    return new Instruction(
        call,
        line,
        line.forOneSample(),
        differs,
        differs ? equations.acting(from) : List.of(),
        runs.operands(),
        runs.changedInPlace(),
        runs.partsNamed());
  }
}
