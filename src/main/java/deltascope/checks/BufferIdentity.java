package deltascope.checks;

import com.google.auto.service.AutoService;
import deltascope.algebra.Memory;
import deltascope.algebra.Quantity;
import deltascope.algebra.Ref;
import deltascope.data.Split;
import deltascope.math.Matrix;
import deltascope.network.EquationId;
import deltascope.network.Layer;
import deltascope.network.Probe;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The accumulators as objects, after one batch of four with its update and reset: whether one of
 * them is another matrix under a second name, such as the zeros it is copied from; whether rows of
 * one are one object; whether it is all 0 again; and whether the update changed every weight matrix
 * and bias whose accumulator was not 0. Any of these fails; the finding's number counts them.
 *
 * <p>Sees what happens between batches, which no check of a single gradient can; nothing of the
 * formulas.
 */
@AutoService(Check.class)
public final class BufferIdentity implements Check {
  @Override
  public String id() {
    return "buffer-identity";
  }

  @Override
  public String title() {
    return "Accumulators of their own";
  }

  @Override
  public String says() {
    return "Looks at the accumulators as objects: has each a memory of its own, is it 0 after the"
        + " reset, and does every weight move? It sees aliases and forgotten resets, which show only"
        + " from the second batch on, and no formula.";
  }

  @Override
  public boolean quick() {
    return true;
  }

  @Override
  public EquationId where() {
    return EquationId.RESET_WEIGHTS;
  }

  @Override
  public Finding run(Subject subject) {
    Probe probe = subject.probe(Split.TRAIN);
    Memory state = probe.fresh(subject.memory());
    Probe.Batch batch = probe.batch(state, subject.few(4));
    List<String> faults = new ArrayList<>();
    List<Finding.Part> parts = new ArrayList<>();
    IdentityHashMap<Object, String> owners = new IdentityHashMap<>();
    for (Layer l : subject.setup().net().layers()) {
      owners.put(batch.after().get(l.weightZeros()), "its own template of zeros");
      owners.put(batch.after().get(l.biasZeros()), "its own template of zeros");
    }
    for (Ref tensor : probe.tensors()) {
      Ref sum =
          (tensor.quantity() == Quantity.W ? Quantity.SUM_W : Quantity.SUM_B).of(tensor.layer());
      List<String> found = new ArrayList<>();
      Matrix after = batch.after().get(sum);
      String owner = owners.putIfAbsent(after, sum.symbol());
      if (owner != null) {
        found.add(sum.symbol() + " is one object with " + owner);
      }
      int rows = differentRows(after);
      if (rows < after.rows()) {
        found.add("the %d rows of %s are %d objects".formatted(after.rows(), sum.symbol(), rows));
      }
      if (after.norm() != 0) {
        found.add(
            "%s has norm %s after its reset".formatted(sum.symbol(), Said.number(after.norm())));
      }
      if (batch.sum(tensor).norm() != 0 && batch.moved(tensor).norm() == 0) {
        found.add(
            "%s stands still although %s was %s"
                .formatted(tensor.symbol(), sum.symbol(), Said.number(batch.sum(tensor).norm())));
      }
      parts.add(
          new Finding.Part(
              sum.name(), after.norm(), found.isEmpty() ? Verdict.PASS : Verdict.FAIL));
      faults.addAll(found);
    }
    String detail =
        faults.isEmpty()
            ? ("All %d accumulators are objects of their own and 0 after the reset, and every"
                    + " weight moved.")
                .formatted(parts.size())
            : faults.size() == 1
                ? faults.get(0) + "."
                : "%s, the first of %d faults.".formatted(faults.get(0), faults.size());
    Verdict verdict = faults.isEmpty() ? Verdict.PASS : Verdict.FAIL;
    return new Finding(verdict, faults.size(), 0, capital(detail), parts);
  }

  private static String capital(String sentence) {
    return sentence.startsWith("the ") ? "T" + sentence.substring(1) : sentence;
  }

  private static int differentRows(Matrix matrix) {
    IdentityHashMap<double[], Boolean> rows = new IdentityHashMap<>();
    for (int i = 0; i < matrix.rows(); i++) {
      rows.put(matrix.row(i), true);
    }
    return rows.size();
  }
}
