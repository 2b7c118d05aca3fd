package deltascope.web.page;

import deltascope.web.worksheet.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worksheet, or its key.
 *
 * @param key whether it is the key
 * @param title what it is about
 * @param asks what is to be done
 * @param rounded how its numbers are rounded
 * @param setting whose numbers they are
 * @param picture the digit; null where there is none
 * @param code its address
 * @param givens what is printed before the first section
 * @param sections step by step
 * @param form how it is made another
 * @param answers what goes along with answers
 * @param score what is said of all answers; empty before there are any
 * @param ways where else one can go
 */
public record WorksheetPage(
    Shell shell,
    boolean key,
    Html title,
    Html asks,
    String rounded,
    String setting,
    @Nullable Picture picture,
    Code code,
    List<Grid> givens,
    List<Section> sections,
    Form form,
    List<StepPage.Kept> answers,
    String score,
    List<Way> ways) {

  /** A sample's picture. */
  public record Picture(String src, String alt) {}

  /**
   * The sheet's own address.
   *
   * @param address whole
   * @param drawing as a QR code; null where it is too long for one
   * @param here whether the code leads nowhere but to this machine
   */
  public record Code(String address, @Nullable QrCode drawing, boolean here) {}

  /**
   * A matrix; a column lies on its side.
   *
   * @param styleClass its quantity's colour, and how wide it is
   * @param said what a screen reader calls it
   * @param corner what its columns are
   * @param zero what is said instead of its numbers where all are 0; else empty
   */
  public record Grid(
      String styleClass,
      Html name,
      String said,
      String corner,
      List<String> heads,
      List<Line> lines,
      String zero) {}

  /** A row. */
  public record Line(String head, List<Entry> entries) {}

  /** A number, or a blank cell. */
  public record Entry(String text, @Nullable Task task) {}

  /**
   * A step.
   *
   * @param id where links lead to it
   * @param rate η and m, where they are in the formula
   * @param result null where it has numbers that are printed already
   * @param same what is said then
   */
  public record Section(
      String id,
      Html eyebrow,
      Html title,
      Html sentence,
      List<Piece.Term> formulas,
      List<Piece.Term> definitions,
      String rate,
      List<Grid> operands,
      @Nullable Grid result,
      Html same,
      List<Task> tasks) {}

  /**
   * A blank cell.
   *
   * @param name its parameter
   * @param symbol the cell's
   * @param said what a screen reader calls it
   * @param typed the learner's answer
   * @param judged what is said to it
   * @param working how it is found, for the key alone
   * @param answer likewise
   * @param accepted likewise
   */
  public record Task(
      int number,
      String name,
      Html symbol,
      String said,
      String typed,
      Verdict verdict,
      String judged,
      Html working,
      String answer,
      String accepted) {}

  /**
   * The form of who makes the sheet.
   *
   * @param exercise what is asked for
   * @param network whose numbers are printed
   */
  public record Form(
      List<StepPage.Field> exercise, List<StepPage.Field> network, List<StepPage.Kept> kept) {}

  /** A link. */
  public record Way(String words, String href) {}
}
