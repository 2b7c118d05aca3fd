package deltascope.web.page;

/** Where one number comes from, alone. */
public record ProofPage(Words words, Proof proof) {}
