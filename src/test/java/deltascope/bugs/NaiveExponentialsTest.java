package deltascope.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Memory;
import deltascope.algebra.Numeral;
import deltascope.algebra.Statement;
import deltascope.math.Matrix;
import deltascope.network.Equations;
import deltascope.network.EquationsWrapper;
import deltascope.network.Layer;
import deltascope.network.Setup;
import org.junit.jupiter.api.Test;

class NaiveExponentialsTest {
  @Test
  void itActsInsideALineThatAnotherBugHasRewritten() {
    Setup setup = Home.scenario("net=16-4-10").setup();
    Layer hidden = setup.net().layer(1);
    Equations doubled =
        new EquationsWrapper(setup.equations().asRun()) {
          @Override
          public Statement activation(Layer l) {
            Statement right = super.activation(l);
            return right.with(Numeral.TWO.scaling(right.value()));
          }
        };
    Memory memory = new Memory();
    memory.set(hidden.z(), Matrix.column(1, 710));
    Matrix right = doubled.activation(hidden).value().value(memory);
    Matrix naive = new NaiveExponentials().in(doubled).activation(hidden).value().value(memory);
    assertEquals(2 * 0.7615941559557649, right.at(0, 0), 1e-15, "2 tanh 1");
    assertEquals(2, right.at(1, 0));
    assertEquals(2 * 0.7615941559557649, naive.at(0, 0), 1e-15);
    assertTrue(Double.isNaN(naive.at(1, 0)), "∞/∞");
  }
}
