package deltascope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltascope.algebra.Expr;
import deltascope.algebra.Numeral;
import deltascope.algebra.Statement;
import deltascope.bugs.Catalogue;
import deltascope.data.Digits;
import deltascope.data.Split;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wrapper forwards whatever it does not override, and its change is told from the textbook. */
class EquationsWrapperTest {
  private static final Layer LAYER = new Layer(1, 3, 16, Activation.TANH, false);
  private static final Object[] NONE = {};
  private static final Digits DIGITS = Some.digits(3, 1);

  private static Object argument(Class<?> type) {
    if (type == Layer.class) {
      return LAYER;
    }
    if (type == Split.class) {
      return Split.TRAIN;
    }
    if (type == Digits.class) {
      return DIGITS;
    }
    if (type == Architecture.class) {
      return new Architecture(List.of(LAYER));
    }
    if (type == Expr.class) {
      return Numeral.TWO;
    }
    if (type == List.class) {
      return List.of(1);
    }
    return type == boolean.class ? (Object) true : (Object) 3;
  }

  @Test
  void everyMethodIsForwardedWithItsArguments() throws ReflectiveOperationException {
    Textbook textbook = new Textbook(Cost.SQUARED_ERROR, Init.XAVIER, 1);
    List<String> asked = new ArrayList<>();
    Equations spy =
        (Equations)
            Proxy.newProxyInstance(
                Equations.class.getClassLoader(),
                new Class<?>[] {Equations.class},
                (proxy, method, arguments) -> {
                  asked.add(method + Arrays.deepToString(arguments == null ? NONE : arguments));
                  return method.invoke(textbook, arguments);
                });
    Equations wrapper = new EquationsWrapper(spy) {};
    for (Method method : Equations.class.getMethods()) {
      Object[] arguments =
          Arrays.stream(method.getParameterTypes()).map(EquationsWrapperTest::argument).toArray();
      asked.clear();
      Object forwarded = method.invoke(wrapper, arguments);
      assertEquals(List.of(method + Arrays.deepToString(arguments)), asked);
      Object direct = method.invoke(textbook, arguments);
      if (direct instanceof int[] order) {
        assertEquals(Arrays.toString(order), Arrays.toString((int[]) forwarded));
      } else {
        assertEquals(direct, forwarded, method.getName());
      }
    }
  }

  @Test
  void noEquationIsAskedThroughAnother() throws ReflectiveOperationException {
    // A textbook whose every other method fails still answers each one.
    for (Method method : Equations.class.getMethods()) {
      assertTrue(Modifier.isAbstract(method.getModifiers()), method + " has no default");
    }
  }

  @Test
  void everyBugActsSomewhereAndSaysWhatTheTextbookGives() {
    for (String id : List.of("error-sign", "hidden-slope-missing")) {
      Trace trace = trace(List.of(Catalogue.variation(id)));
      List<Step> acting = trace.steps().stream().filter(s -> !s.acting().isEmpty()).toList();
      assertFalse(acting.isEmpty());
      for (Step step : acting) {
        assertEquals(List.of(id), step.acting());
        assertNotNull(step.expected());
        assertFalse(step.line().formula().equals(step.line().textbookFormula()));
      }
      for (Step step : trace.steps()) {
        if (step.acting().isEmpty()) {
          assertNull(step.expected());
          assertEquals(step.line().formula(), step.line().textbookFormula());
        }
      }
    }
  }

  private static Trace trace(List<Variation> variations) {
    Setup setup =
        Some.setup(
            "16-4-4-10", Activation.TANH, Activation.TANH, Cost.SQUARED_ERROR, 2, 1, variations);
    return Some.walk(setup, DIGITS).trace(0);
  }

  @Test
  void twoBugsInOneEquationBothAct() {
    Variation sign = Catalogue.variation("error-sign");
    Variation slope =
        new Variation(
            "output-slope-missing",
            right ->
                new EquationsWrapper(right) {
                  @Override
                  public Statement outputError(Layer output, Expr phi) {
                    return right.outputError(output, phi).without(phi);
                  }
                });
    for (List<Variation> both : List.of(List.of(sign, slope), List.of(slope, sign))) {
      Step step = Some.step(trace(both), EquationId.OUTPUT_ERROR, 3);
      assertEquals(both.stream().map(Variation::id).toList(), step.acting());
      assertEquals("\\delta^{3} = 2 \\left(y - a^{3}\\right)", step.line().formula().latex());
    }
  }

  @Test
  void theOrderOfTwoBugsInDifferentEquationsChangesNothing() {
    Variation one = Catalogue.variation("error-sign");
    Variation other = Catalogue.variation("hidden-slope-missing");
    List<Step> steps = trace(List.of(one, other)).steps();
    List<Step> turned = trace(List.of(other, one)).steps();
    for (int i = 0; i < steps.size(); i++) {
      assertTrue(steps.get(i).result().sameValues(turned.get(i).result()));
      assertEquals(steps.get(i).acting(), turned.get(i).acting());
    }
  }

  @Test
  void aBugThatMeetsNothingToChangeIsNotSaidToAct() {
    Setup setup =
        Some.setup(
            "16-10",
            Activation.TANH,
            Activation.TANH,
            Cost.SQUARED_ERROR,
            2,
            1,
            List.of(Catalogue.variation("hidden-slope-missing")));
    Trace trace = Some.walk(setup, DIGITS).trace(0);
    assertTrue(trace.steps().stream().allMatch(step -> step.acting().isEmpty()));
  }

  @Test
  void withoutVariationsTheTextbookItselfRuns() {
    EquationSet set = new EquationSet(new Textbook(Cost.SQUARED_ERROR, Init.HE, 1), List.of());
    assertSame(set.textbook(), set.asRun());
  }
}
