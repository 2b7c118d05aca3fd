package deltascope.algebra;

import java.util.ArrayList;
import java.util.List;

/** Writes expressions and statements as a textbook does. */
final class MathsPrinter implements Expr.Visitor<Maths> {
  private static final MathsPrinter PLAIN = new MathsPrinter(false);
  private static final MathsPrinter INDEXED = new MathsPrinter(true);

  /** A leading minus: alone at the beginning, in parentheses everywhere else. */
  static final int NEGATED = 0;

  static final int SUM = 1;
  static final int HADAMARD = 2;
  static final int PRODUCT = 3;
  static final int ATOM = 4;

  /** More than anything binds: what needs this is always put in parentheses. */
  static final int NEVER = 5;

  /** Whether vectors carry the index k, as they do under Σₖ. */
  private final boolean indexed;

  private MathsPrinter(boolean indexed) {
    this.indexed = indexed;
  }

  static Maths print(Expr expr) {
    return expr.accept(PLAIN);
  }

  /** The whole line, its right side given apart so that it can carry marks. */
  static Maths print(Statement statement, Statement textbook, Expr right) {
    String[] sign =
        switch (statement.kind()) {
          case IS -> new String[] {"=", "="};
          case BECOMES, ADDS -> new String[] {"\\leftarrow", "←"};
          case DRAWN -> new String[] {"\\sim", "∼"};
        };
    List<Maths> before = new ArrayList<>();
    for (Statement.Rescaling rescaling : statement.before()) {
      before.add(rescaling.target().accept(PLAIN));
      before.add(Maths.operator("\\leftarrow", "←"));
      before.add(new Scaled(rescaling.factor(), rescaling.target()).accept(PLAIN));
      before.add(Maths.operator(",\\quad", ","));
    }
    boolean fresh = !statement.before().equals(textbook.before());
    List<Maths> parts =
        new ArrayList<>(
            fresh ? List.of(Maths.styled(Mark.FRESH.styleClass(), new Maths.Row(before))) : before);
    parts.add(statement.target().accept(cased(right) ? INDEXED : PLAIN));
    parts.add(Maths.operator(sign[0], sign[1]));
    parts.add(right.accept(PLAIN));
    return new Maths.Row(parts);
  }

  /** A definition by cases gives the k-th entry. */
  private static boolean cased(Expr right) {
    return right instanceof Applied applied && applied.function() instanceof OneHot;
  }

  @Override
  public Maths ref(Ref ref) {
    Quantity quantity = ref.quantity();
    Maths base = Maths.identifier(quantity.latex(), quantity.symbol());
    Maths layer = Maths.number(Integer.toString(ref.layer()));
    boolean zero = quantity == Quantity.ZERO_W || quantity == Quantity.ZERO_B;
    Maths set;
    if (zero) {
      Maths of =
          (quantity == Quantity.ZERO_W ? Quantity.W : Quantity.B).of(ref.layer()).accept(PLAIN);
      set = Maths.subscript(Maths.number("0"), of);
    } else if (quantity.layered()) {
      set = new Maths.Script(base, indexed ? Maths.identifier("k", "k") : null, layer);
    } else {
      set = indexed ? Maths.subscript(base, Maths.identifier("k", "k")) : base;
    }
    return Maths.styled(quantity.styleClass(), set);
  }

  @Override
  public Maths numeral(Numeral number) {
    String text = number.text();
    int e = text.indexOf('E');
    if (e < 0) {
      return Maths.number(text);
    }
    Maths power = Maths.superscript(Maths.number("10"), Maths.number(text.substring(e + 1)));
    return Maths.row(Maths.number(text.substring(0, e)), Maths.operator("\\cdot", "·"), power);
  }

  @Override
  public Maths parameter(Parameter parameter) {
    Maths symbol = Maths.identifier(parameter.latex(), parameter.symbol());
    return parameter == Parameter.ETA ? Maths.styled("q-eta", symbol) : symbol;
  }

  @Override
  public Maths sum(Sum sum) {
    return infix("+", "+", SUM, sum.left(), sum.right(), SUM);
  }

  @Override
  public Maths difference(Difference difference) {
    return infix("-", "−", SUM, difference.left(), difference.right(), HADAMARD);
  }

  @Override
  public Maths product(Product product) {
    return juxtaposed(product.left(), product.right());
  }

  @Override
  public Maths hadamard(Hadamard hadamard) {
    return infix("\\odot", "⊙", HADAMARD, hadamard.left(), hadamard.right(), HADAMARD);
  }

  @Override
  public Maths scaled(Scaled scaled) {
    if (isNegation(scaled)) {
      return Maths.row(Maths.operator("-", "−"), fit(scaled.matrix(), PRODUCT));
    }
    return juxtaposed(scaled.factor(), scaled.matrix());
  }

  @Override
  public Maths quotient(Quotient quotient) {
    return Maths.fraction(quotient.dividend().accept(this), quotient.divisor().accept(this));
  }

  @Override
  public Maths transposed(Transposed transposed) {
    return Maths.superscript(
        Maths.fenced(transposed.matrix().accept(this)), Maths.operator("\\top", "⊤"));
  }

  @Override
  public Maths applied(Applied applied) {
    List<Maths> arguments = new ArrayList<>();
    int needed = applied.function().bracketsArguments() ? NEGATED : ATOM;
    applied.parts().forEach(part -> arguments.add(fit(part, needed)));
    return applied.function().maths(arguments);
  }

  @Override
  public Maths sumOverUnits(SumOverUnits sum) {
    Maths sign = Maths.subscript(Maths.operator("\\sum", "∑"), Maths.identifier("k", "k"));
    Maths summand = sum.summand().accept(INDEXED);
    return Maths.row(sign, binding(sum.summand()) <= SUM ? Maths.fenced(summand) : summand);
  }

  @Override
  public Maths sumOverSamples(SumOverSamples sum) {
    Maths sign = Maths.subscript(Maths.operator("\\sum", "∑"), Maths.identifier("s", "s"));
    return Maths.row(sign, fit(sum.summand(), PRODUCT));
  }

  @Override
  public Maths copied(Copied copied) {
    return Maths.row(
        Maths.identifier("\\operatorname{copy}", "copy"),
        Maths.fenced(copied.matrix().accept(this)));
  }

  @Override
  public Maths named(Named named) {
    return Maths.styled(named.name().quantity().styleClass(), named.definition().accept(this));
  }

  @Override
  public Maths marked(Marked marked) {
    return Maths.styled(marked.mark().styleClass(), marked.part().accept(this));
  }

  @Override
  public Maths replaced(Replaced replaced) {
    return Maths.row(
        Maths.styled(Mark.STRUCK.styleClass(), fit(replaced.textbook(), ATOM)),
        Maths.styled(Mark.FRESH.styleClass(), fit(replaced.asRun(), ATOM)));
  }

  private Maths juxtaposed(Expr left, Expr right) {
    Maths head = fitLeft(left, PRODUCT);
    Maths tail = fit(right, PRODUCT);
    boolean digitsMeet = Character.isDigit((tail.latex() + " ").charAt(0));
    if (!digitsMeet) {
      return Maths.row(head, tail);
    }
    Maths dot = Maths.operator("\\cdot", "·");
    if (left instanceof Marked marked) {
      Maths gone = Maths.row(fitLeft(marked.part(), PRODUCT), dot);
      return Maths.row(Maths.styled(marked.mark().styleClass(), gone), tail);
    }
    if (right instanceof Marked marked) {
      Maths more = Maths.row(dot, fit(marked.part(), PRODUCT));
      return Maths.row(head, Maths.styled(marked.mark().styleClass(), more));
    }
    return Maths.row(head, dot, tail);
  }

  static boolean isNegation(Expr expr) {
    return expr instanceof Scaled scaled && scaled.factor().equals(new Numeral(-1));
  }

  /** Left, sign and right; the sign goes with a marked side, because it comes or goes with it. */
  private Maths infix(
      String latex, String symbol, int binding, Expr left, Expr right, int rightBinding) {
    Maths sign = Maths.operator(latex, symbol);
    if (right instanceof Marked marked) {
      Maths tail = Maths.row(sign, fit(marked.part(), rightBinding));
      return Maths.row(fitLeft(left, binding), Maths.styled(marked.mark().styleClass(), tail));
    }
    if (left instanceof Marked marked) {
      Maths head = Maths.row(fitLeft(marked.part(), binding), sign);
      return Maths.row(Maths.styled(marked.mark().styleClass(), head), fit(right, rightBinding));
    }
    return Maths.row(fitLeft(left, binding), sign, fit(right, rightBinding));
  }

  /**
   * A Σ reaches as far to the right as a product does, so one on the left is put in parentheses.
   */
  private Maths fitLeft(Expr expr, int needed) {
    if (expr instanceof Marked marked) {
      return Maths.styled(marked.mark().styleClass(), fitLeft(marked.part(), needed));
    }
    Maths set = expr.accept(this);
    return reachesRight(expr, needed) ? Maths.fenced(set) : set;
  }

  /** Whether, on the left of something that binds so, it would take hold of what follows. */
  static boolean reachesRight(Expr expr, int needed) {
    return binding(expr) < needed || (needed > SUM && endsInSum(expr));
  }

  private static boolean endsInSum(Expr expr) {
    if (expr instanceof SumOverUnits || expr instanceof SumOverSamples) {
      return true;
    }
    boolean product = expr instanceof Product || expr instanceof Scaled || expr instanceof Hadamard;
    boolean transparent = expr instanceof Marked || expr instanceof Named;
    return (product || transparent) && endsInSum(expr.parts().get(expr.parts().size() - 1));
  }

  private Maths fit(Expr expr, int needed) {
    if (expr instanceof Marked marked) {
      return Maths.styled(marked.mark().styleClass(), fit(marked.part(), needed));
    }
    Maths set = expr.accept(this);
    return binding(expr) >= needed ? set : Maths.fenced(set);
  }

  static int binding(Expr expr) {
    if (isNegation(expr) || (expr instanceof Numeral number && number.value() < 0)) {
      return NEGATED;
    }
    if (expr instanceof Numeral number && number.text().contains("E")) {
      return PRODUCT;
    }
    if (expr instanceof Applied applied && !applied.function().bracketsArguments()) {
      return HADAMARD;
    }
    if (expr instanceof Sum || expr instanceof Difference) {
      return SUM;
    }
    if (expr instanceof Hadamard) {
      return HADAMARD;
    }
    if (expr instanceof Product
        || expr instanceof Scaled
        || expr instanceof SumOverUnits
        || expr instanceof SumOverSamples) {
      return PRODUCT;
    }
    if (expr instanceof Marked marked) {
      return binding(marked.part());
    }
    if (expr instanceof Named named) {
      return binding(named.definition());
    }
    return ATOM;
  }
}
