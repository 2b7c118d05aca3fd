// What is known of one training: its moments as they come, and how it stands.

import { grouped, phrase } from "../state.js";
import { addressOf } from "./words.js";

export class Run {
  moments = [];
  landmarks = [];
  epochs = [];
  state = "asking";
  waiting = 0;
  progress = null;
  seconds = 0;
  trouble = "";

  /** Whether it was switched on here, and is to run even if it had been cancelled. */
  wanted = false;

  /** The answer awaited to its being cancelled here, because it was switched off. */
  leaving = null;

  /** By the query that trains it. */
  constructor(query) {
    this.query = query;
  }

  /** What the page says of it: its place, its name, its links. */
  seenAs(row, number) {
    this.number = number;
    this.title = row.dataset.title;
    this.label = row.dataset.label;
    this.walk = row.dataset.walk;
    this.picture = row.dataset.picture;
    this.row = row;
  }

  /** The walk with the weights of a moment, on the first training digit or on a test digit. */
  walkAt(moment, test = null) {
    return addressOf(this.walk, { epochs: moment.epoch || null, batches: moment.batch || null, ...(test === null ? {} : { split: "test", learn: "no", sample: test }) });
  }

  /** Whether nothing more will come. */
  get over() {
    return ["done", "cancelled", "failed"].includes(this.state);
  }

  /** One event of its stream. What was known stays until it is told again: it is the same training. */
  hear(name, data) {
    if (name === "begin") {
      this.batchesPerEpoch = data.batchesPerEpoch;
      this.samplesPerEpoch = data.samplesPerEpoch;
    } else if (name === "state") {
      this.state = data.state;
      this.waiting = data.waiting ?? 0;
    } else if (name === "progress") this.progress = data;
    else if (name === "landmarks") this.landmarks = data.map((landmark) => ({ ...landmark, name: told(landmark.name) }));
    else if (name === "moment" || name === "glimpse") this.#meet(data);
    else if (name === "epoch") this.epochs[data.epoch] = data;
    else if (["done", "cancelled", "failed"].includes(name)) {
      this.state = name;
      this.seconds = data.seconds ?? 0;
      this.trouble = data.detail ?? "";
    }
  }

  #meet(data) {
    const moment = { ...numbers(data), t: data.epoch + data.batch / this.batchesPerEpoch };
    moment.said = said(moment, moment.samples - moment.epoch * this.samplesPerEpoch);
    moment.layers = moment.layers.map(numbers);
    const at = this.moments.findIndex((other) => other.t >= moment.t);
    if (at < 0) this.moments.push(moment);
    else this.moments.splice(at, this.moments[at].t === moment.t ? 1 : 0, moment);
  }

  /** Its last moment until then; null is the latest. */
  momentAt(t) {
    return this.moments.findLast((moment) => t === null || moment.t <= t + 1e-9);
  }

  /** The landmark of that kind that it sits on now. */
  sits(kind) {
    const hit = (this.moments.at(-1)?.landmarks ?? []).map((n) => this.landmarks[n]).find((landmark) => landmark?.kind === kind);
    return hit?.name ?? "";
  }

  /** Forgets all, before it begins anew. */
  forget() {
    Object.assign(this, { moments: [], epochs: [], progress: null, state: "asking", trouble: "" });
  }
}

/** A landmark's name in the page's language; the stream is in English. */
function told(name) {
  const digit = /^always “(.*)”$/.exec(name);
  if (digit) return phrase("train.landmark.always", { digit: digit[1] });
  const level = /^all (.*)$/.exec(name);
  if (level) return phrase("train.landmark.all", { level: level[1] });
  return name === "the mean target" ? phrase("train.landmark.mean") : name;
}

function said({ epoch, batch }, samples) {
  if (epoch === 0 && batch === 0) return phrase("train.before");
  if (batch === 0) return phrase("train.epoch", { n: epoch });
  return phrase("train.within", { n: epoch + 1, samples: grouped(samples) });
}

const SPECIAL = { NaN, Infinity, "-Infinity": -Infinity };

/** JSON has no NaN: its words become numbers. */
function numbers(row) {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === "string" && value in SPECIAL ? SPECIAL[value] : value]));
}
