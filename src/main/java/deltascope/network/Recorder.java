package deltascope.network;

import deltascope.algebra.Line;
import deltascope.algebra.Memory;
import deltascope.algebra.Ref;
import deltascope.algebra.Statement;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.math.ShapeMismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Runs a block as the pass does, and keeps what every line read and made. */
final class Recorder {
  private final Setup setup;
  private final Split split;
  private final List<Step> steps = new ArrayList<>();

  Recorder(Setup setup, Split split) {
    this.setup = setup;
    this.split = split;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  void record(Memory memory, boolean batchEnds) {
    for (Call call : setup.equations().asRun().schedule(setup.net(), batchEnds)) {
      if (!record(memory, call)) {
        return;
      }
    }
  }

  /** Whether the line ran. */
  private boolean record(Memory memory, Call call) {
    EquationSet equations = setup.equations();
    Function<Equations, Statement> of = set -> call.equation().statement(set, call.layer(), split);
    Line line = new Line(of.apply(equations.asRun()), of.apply(equations.textbook()));
    Statement statement = line.statement();
    Memory before = memory.sharing();
    for (Ref changed : statement.changedInPlace()) {
      keepThePast(memory.get(changed), before);
    }
    boolean differs = !statement.equals(line.textbook());
    Matrix expected = differs ? expected(before, line.textbook()) : null;
    List<String> acting = differs ? equations.acting(of) : List.of();
    try {
      Matrix result = statement.run(memory);
      for (Ref part : statement.partsNamed()) {
        before.set(part, memory.get(part));
      }
      boolean same = expected == null || expected.sameValues(result);
      steps.add(
          new Step(steps.size(), call, line, before, result, same ? null : expected, acting, null));
      return true;
    } catch (ShapeMismatch misfit) {
      steps.add(
          new Step(steps.size(), call, line, before, null, expected, acting, misfit.getMessage()));
      return false;
    }
  }

  /** An object about to change in place stays what it was in this step and all before. */
  private void keepThePast(Matrix object, Memory before) {
    Matrix past = object.copy();
    before.rebind(object, past);
    steps.replaceAll(step -> step.rebound(object, past));
  }

  /** What the textbook's line gives for the operands of the line that runs. */
  private static Matrix expected(Memory before, Statement textbook) {
    Memory twin = before.sharing();
    for (Ref changed : textbook.changedInPlace()) {
      twin.set(changed, before.get(changed).copy());
    }
    return textbook.run(twin);
  }
}
