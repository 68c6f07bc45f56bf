/** How somebody can be told, most often first. */
export const MODES = ['at-once', 'digest', 'off'];
export const TIERS = ['platinum', 'gold', 'silver', 'standard'];
export const READERS = ['customers', 'staff'];

/** What was chosen in a form, as it is sent: what is told as usual is left out. */
export const chosen = (values, topics) =>
  topics.map((topic) => ({ topic, mode: values[topic] })).filter(({ mode }) => MODES.includes(mode));

/** What one is asked by mail, as it is sent: what is ticked. */
export const questioned = (questions, ticked) =>
  questions.map(({ topic }) => ({ topic, asked: ticked.includes(topic) }));

/** The topics that those on one side read of, in the order in which the server lists them. */
export const topicsOf = (beats, readers) => [
  ...new Set(beats.filter((beat) => beat.readers === readers).map(({ topic }) => topic)),
];

/** How often those on one side are told of a topic at a tier. */
export const modeOf = (beats, readers, topic, tier) =>
  beats.find((beat) => beat.readers === readers && beat.topic === topic && beat.tier === tier)?.mode;

/** Whether somebody waits for a stage. */
export const isWished = (following, line, stage) =>
  (following?.stages ?? []).some((one) => one.line === line && one.stage === stage);
