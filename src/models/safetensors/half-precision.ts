const bits = new Uint32Array(1);
const float = new Float32Array(bits.buffer);

/** The value of an IEEE 754 half-precision bit pattern. */
export function float16ToFloat32(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The half-precision bit pattern nearest to a value; ties go to the even one. */
export function float32ToFloat16(value: number): number {
  float[0] = value;
  const sign = ((bits[0] as number) >>> 16) & 0x8000;
  const magnitude = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (magnitude >= 65520) return sign | 0x7c00;
  // Below 2^-14 the step is constant; above, it is a 1024th of the power of two at or under the magnitude.
  const exponent = Math.max(-14, Math.floor(Math.log2(magnitude)));
  const steps = roundHalfToEven(magnitude / 2 ** (exponent - 10));
  return sign | (exponent === -14 ? steps : ((exponent + 14) << 10) + steps);
}

function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** The value of a bfloat16 bit pattern: the upper half of a 32-bit float. */
export function bfloat16ToFloat32(half: number): number {
  bits[0] = half << 16;
  return float[0] as number;
}
