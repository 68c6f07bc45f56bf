/**
 * Units of one quantity by what one of them is in the first, each as it may be written: the same table by which
 * files are read (intake/units.json), which a test compares.
 */
export const UNITS = {
  length: {
    mm: 1, millimeter: 1, millimetre: 1, 毫米: 1, cm: 10, centimeter: 10, centimetre: 10, 厘米: 10, dm: 100,
    m: 1000, meter: 1000, metre: 1000, 米: 1000, µm: 0.001, um: 0.001, micron: 0.001, micrometer: 0.001,
    micrometre: 0.001, 微米: 0.001, in: 25.4, inch: 25.4, '"': 25.4, 英寸: 25.4,
  },
  mass: {
    g: 1, gram: 1, 克: 1, mg: 0.001, 毫克: 0.001, kg: 1000, kilogram: 1000, 千克: 1000, 公斤: 1000, t: 1000000,
    吨: 1000000, oz: 28.349523125, lb: 453.59237, lbs: 453.59237,
  },
  force: { N: 1, newton: 1, mN: 0.001, kN: 1000, MN: 1000000 },
  pressure: {
    Pa: 1, pascal: 1, hPa: 100, kPa: 1000, MPa: 1000000, mbar: 100, bar: 100000, psi: 6894.757293168,
  },
  voltage: { V: 1, volt: 1, mV: 0.001, kV: 1000, MV: 1000000 },
  current: { A: 1, ampere: 1, mA: 0.001, kA: 1000 },
  resistance: { Ω: 1, ohm: 1, mΩ: 0.001, kΩ: 1000, kohm: 1000, MΩ: 1000000 },
  power: { W: 1, watt: 1, mW: 0.001, kW: 1000, MW: 1000000 },
  time: { s: 1, sec: 1, second: 1, ms: 0.001, min: 60, h: 3600 },
  angle: { '°': 1, deg: 1, degree: 1, 度: 1, rad: 57.29577951308232, radian: 57.29577951308232 },
  torque: { Nm: 1, 'N·m': 1, 'N*m': 1, 'N.m': 1, Ncm: 0.01, 'N·cm': 0.01 },
  volume: { l: 1, ml: 0.001, cm3: 0.001, m3: 1000 },
};

/** What one is, and of what; nothing where nobody knows. In other letters it is the same, where that is no other. */
export const unitOf = (written) => KNOWN.get(written) ?? (isTold(written) ? undefined : KNOWN.get(folded(written)));

/** Whether both are one unit, known or not. */
export const isSameUnit = (one, other) =>
  one === other || (!isTold(one) && folded(one) === folded(other));

/** Without blanks; NFKC makes one Ω of two, and has said what ² and ㎜ are. */
export const plainUnit = (unit) => (unit ?? '').normalize('NFKC').trim().replace(/μ/g, 'µ');

const folded = (unit) => unit.toLowerCase();

/** Whether its letters mean different things as capitals: mΩ is no MΩ. */
const isTold = (unit) => unit.length > 1 && /^m/i.test(unit) && folded(unit) !== 'mm';

const KNOWN = new Map();
for (const [quantity, units] of Object.entries(UNITS)) {
  for (const [unit, factor] of Object.entries(units)) {
    KNOWN.set(unit, { quantity, factor });
    if (!isTold(unit)) {
      KNOWN.set(folded(unit), { quantity, factor });
    }
  }
}
