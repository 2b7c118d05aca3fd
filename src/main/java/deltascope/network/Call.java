package deltascope.network;

/** One step of the schedule: an equation, for a layer (the output where it belongs to none). */
public record Call(EquationId equation, Layer layer) {}
