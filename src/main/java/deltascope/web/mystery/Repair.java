package deltascope.web.mystery;

import deltascope.algebra.Line;
import deltascope.algebra.Memory;
import deltascope.algebra.Ref;
import deltascope.algebra.Statement;
import deltascope.bugs.Bug;
import deltascope.bugs.Card;
import deltascope.bugs.Catalogue;
import deltascope.math.Matrix;
import deltascope.math.Randomness;
import deltascope.math.ShapeMismatch;
import deltascope.network.Change;
import deltascope.network.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The guilty line and its repair among others: which of them runs, and which should?
 *
 * @param lines plausible ones, in an order that the case decides
 * @param runs the number of the one that the program runs, from 0
 * @param right the number of the one that it should run
 */
public record Repair(List<Candidate> lines, int runs, int right) {
  /** How many lines there are to choose from. */
  public static final int CHOICES = 4;

  private static final double ROUNDING = 1e-9;

  /**
   * A line in both languages.
   *
   * @param statement the line itself; null for a rule that no formula tells
   */
  public record Candidate(String numpy, String java, @Nullable Statement statement) {
    static Candidate of(Statement statement) {
      Line line = new Line(statement, statement).forOneSample();
      return new Candidate(line.plainNumpy().text(), line.plainJava().text(), statement);
    }

    boolean readsAs(Candidate other) {
      return numpy.equals(other.numpy) || java.equals(other.java);
    }
  }

  /**
   * The lines of a fault.
   *
   * @param seed decides their order
   */
  public static Repair of(Fault fault, Scenario scenario, long seed) {
    Line line = line(fault, scenario);
    List<Candidate> lines = new ArrayList<>();
    if (line == null) {
      rules(fault, lines);
    } else {
      lines.add(Candidate.of(line.textbook()));
      lines.add(Candidate.of(line.statement()));
      Others others = new Others(line, fault.asRun().memory());
      others.addTo(lines, ofOtherBugs(fault, line.textbook().target(), scenario));
      others.addTo(lines, slips(line.textbook()));
    }
    Random random = Randomness.stream(seed, fault.bug(), 0);
    int[] order = Randomness.permutation(random, Math.min(CHOICES, lines.size()));
    List<Candidate> shuffled = new ArrayList<>();
    int right = 0;
    int runs = 0;
    for (int i = 0; i < order.length; i++) {
      shuffled.add(lines.get(order[i]));
      right = order[i] == 0 ? i : right;
      runs = order[i] == 1 ? i : runs;
    }
    return new Repair(List.copyOf(shuffled), runs, right);
  }

  /** The line that differs: the guilty step's own, or the one that drew the weights. */
  private static @Nullable Line line(Fault fault, Scenario scenario) {
    Line own = fault.asRun().line();
    boolean acts = fault.asRun().acting().contains(fault.bug());
    if (acts && !own.statement().equals(own.textbook())) {
      return own.forOneSample();
    }
    return Change.of(alone(scenario, fault.bug()).setup()).stream()
        .filter(change -> fault.handedOn() && change.equation().equals("initial-weights"))
        .map(Change::line)
        .findFirst()
        .orElse(null);
  }

  /** Where no formula tells the rule: its code, and that of other rules of the same family. */
  private static void rules(Fault fault, List<Candidate> lines) {
    Card guilty = Catalogue.bug(fault.bug()).card();
    addTo(lines, guilty);
    for (Bug bug : Catalogue.bugs()) {
      if (bug.card().family() == guilty.family()) {
        addTo(lines, bug.card());
      }
    }
  }

  private static void addTo(List<Candidate> lines, Card card) {
    Card.Listing listing = card.listing();
    if (listing != null) {
      add(lines, new Candidate(listing.numpyCorrect(), listing.javaCorrect(), null));
      add(lines, new Candidate(listing.numpyBugged(), listing.javaBugged(), null));
    }
  }

  private static void add(List<Candidate> lines, Candidate candidate) {
    if (lines.size() < CHOICES && lines.stream().noneMatch(candidate::readsAs)) {
      lines.add(candidate);
    }
  }

  private static List<Statement> ofOtherBugs(Fault fault, Ref target, Scenario scenario) {
    boolean drawn = !fault.asRun().target().equals(target);
    String equation = drawn ? "initial-weights" : fault.asRun().equation().id();
    List<Statement> others = new ArrayList<>();
    for (Bug bug : Catalogue.bugs()) {
      for (Change change : Change.of(alone(scenario, bug.id()).setup())) {
        Statement other = change.line().statement();
        boolean comparable = other.target().equals(target) && other.before().isEmpty();
        if (change.equation().equals(equation) && comparable) {
          others.add(other);
        }
      }
    }
    return others;
  }

  private static Scenario alone(Scenario scenario, String bug) {
    return scenario.with(List.of(Catalogue.variation(bug)));
  }

  private static List<Statement> slips(Statement textbook) {
    return Mutations.of(textbook.value()).stream().map(textbook::with).toList();
  }

  /** Lines that can be told from the two by their numbers, at the step in question. */
  private record Others(Line line, Memory memory) {
    void addTo(List<Candidate> lines, List<Statement> others) {
      for (Statement other : others) {
        Matrix value = value(other, memory);
        if (!same(value, line.textbook()) && !same(value, line.statement())) {
          add(lines, Candidate.of(other));
        }
      }
    }

    private boolean same(@Nullable Matrix value, Statement line) {
      Matrix known = value(line, memory);
      return value == null ? known == null : known != null && alike(value, known);
    }

    /** A line that rounds differently is no other line. */
    private static boolean alike(Matrix one, Matrix other) {
      boolean comparable = one.rows() == other.rows() && one.cols() == other.cols();
      return one.sameValues(other)
          || comparable && one.minus(other).norm() <= ROUNDING * other.norm();
    }
  }

  /** What the line would make of these operands; null where shapes do not fit. */
  static @Nullable Matrix value(Statement line, Memory memory) {
    boolean known = line.written().operands().stream().allMatch(memory::has);
    try {
      return line.written().value(memory.sharing());
    } catch (ShapeMismatch misfit) {
      return null;
    } catch (IllegalStateException unknown) {
      if (known) {
        throw unknown;
      }
      return null;
    }
  }
}
