package deltascope.bugs;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a bug, and what it is bound to do. It is written once, method by method,
 * where the bug is, and only read afterwards; the last four are a contract that a test measures on
 * every bug.
 */
public final class Card {
  private final String id;
  private final Family family;
  private final String title;
  private String says = "";
  private String symptom = "";
  private String reason = "";
  private String cure = "";
  private String seen = "";
  private String actsOn = "";
  private String home = "";
  private String firstBroken = "";
  private @Nullable Listing listing;
  private Severity severity = Severity.HARMLESS;
  private Set<String> noticedBy = Set.of();

  /** The guilty lines and their repair, where they are no equation. */
  public record Listing(
      String numpyCorrect, String numpyBugged, String javaCorrect, String javaBugged) {}

  private Card(String id, Family family, String title) {
    this.id = id;
    this.family = family;
    this.title = title;
  }

  /** A card with these; everything else is empty until it is written. */
  static Card of(String id, Family family, String title) {
    return new Card(id, family, title);
  }

  /** The name in addresses: "error-sign". */
  public String id() {
    return id;
  }

  public Family family() {
    return family;
  }

  /** A few words for a switch or a chip. */
  public String title() {
    return title;
  }

  /** What the program does instead of what it should, in one sentence. */
  public String says() {
    return says;
  }

  Card says(String text) {
    says = text;
    return this;
  }

  /** What its author sees. */
  public String symptom() {
    return symptom;
  }

  Card symptom(String text) {
    symptom = text;
    return this;
  }

  /** Why that follows. */
  public String reason() {
    return reason;
  }

  Card reason(String text) {
    reason = text;
    return this;
  }

  /** What to write instead. */
  public String cure() {
    return cure;
  }

  Card cure(String text) {
    cure = text;
    return this;
  }

  /** Where it was met. */
  public String seen() {
    return seen;
  }

  Card seen(String text) {
    seen = text;
    return this;
  }

  /** The equation or rule that it changes: "output-error", "order". */
  public String actsOn() {
    return actsOn;
  }

  Card actsOn(String text) {
    actsOn = text;
    return this;
  }

  /** Parameters of a scenario in which it shows itself, as in an address; empty for the default. */
  public String home() {
    return home;
  }

  Card home(String text) {
    home = text;
    return this;
  }

  /** The first equation whose result differs from the textbook's run; empty if none ever does. */
  public String firstBroken() {
    return firstBroken;
  }

  Card firstBroken(String text) {
    firstBroken = text;
    return this;
  }

  /** Code for a rule that no formula tells; null where the formula's own listing does. */
  public @Nullable Listing listing() {
    return listing;
  }

  Card listing(Listing lines) {
    listing = lines;
    return this;
  }

  /** What it does to learning. */
  public Severity severity() {
    return severity;
  }

  Card severity(Severity measured) {
    severity = measured;
    return this;
  }

  /**
   * The checks that notice it, by id: on MNIST, in the scenario where it is at home, with 784-30-10
   * where that names no network. All others are silent, or find nothing to say.
   */
  public Set<String> noticedBy() {
    return noticedBy;
  }

  Card noticedBy(String... checks) {
    noticedBy = Set.copyOf(new TreeSet<>(List.of(checks)));
    return this;
  }
}
