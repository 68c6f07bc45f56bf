/** The stages that stand still, with the reasons that were given; not of lines of which nothing more is made. */
export const heldStages = ({ lines = {} }, only = {}) =>
  Object.values(lines)
    .filter((line) => line.state !== 'cancelled' && !line.closedShort)
    .flatMap(({ number, stages = {} }) =>
      Object.entries(stages)
        .filter(([, stage]) => stage.state === 'held')
        .map(([stage, { hold }]) => ({ line: number, stage, reason: hold?.reason })),
    )
    .filter((one) => [undefined, one.line].includes(only.line) && [undefined, one.stage].includes(only.stage));

/** Whether something of it may still be held. */
export const isUnderWay = (state) => state === 'waiting' || state === 'in-production';
