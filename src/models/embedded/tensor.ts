import { defaultDevice, init, type JsTree, jit, lax, numpy as np, tree, valueAndGrad } from "@jax-js/jax";
import { reuseKernelInstances } from "./kernel-instances.ts";

/**
 * Arrays of the jax-js library, with its manual reference counts kept in this file.
 *
 * In jax-js every operation consumes its operands unless the caller writes `.ref`. Here the rule is the opposite one
 * and has no exceptions: **operands are borrowed**. The functions below serve only inside a function given to
 * {@link compile}, where arrays are symbols without memory; a compiled function borrows its inputs and hands its
 * outputs to the caller, who ends them with {@link release}, {@link read} or {@link handOver}.
 */
export type Tensor = np.Array;
export type TensorTree = JsTree<Tensor>;
type Operand = Tensor | number;

/** Starts the WebAssembly backend of this thread. Call it before anything else here. */
export async function startBackend(): Promise<void> {
  reuseKernelInstances();
  await init("wasm");
  defaultDevice("wasm");
}

const handedOver = new WeakSet<Tensor>();

/** Marks tensors as temporary: the compiled function that gets them next frees them. */
export function handOver<Tree extends TensorTree>(tensors: Tree): Tree {
  for (const tensor of tree.leaves<Tensor>(tensors)) handedOver.add(tensor);
  return tensors;
}

/**
 * Traces `f` once per combination of input shapes and runs it as fused WebAssembly kernels.
 *
 * jax-js puts kernels off until a value is read, and keeps the memory of all of them until then. Here they run at once.
 */
export function compile<Inputs extends TensorTree[], Outputs extends TensorTree>(
  f: (...inputs: Inputs) => Outputs,
): (...inputs: Inputs) => Outputs {
  const compiled = jit(f as never as (...inputs: TensorTree[]) => TensorTree);
  const lend = (tensor: Tensor): Tensor => (handedOver.has(tensor) ? tensor : tensor.ref);
  return (...inputs) => {
    const outputs = compiled(...(tree.map(lend, inputs as never) as never[])) as Outputs;
    runKernels(outputs);
    return outputs;
  };
}

/** Reading one output runs the kernels of all: the smallest is read. */
function runKernels(outputs: TensorTree): void {
  const smallest = tree.leaves<Tensor>(outputs).reduce((a, b) => (b.size < a.size ? b : a));
  smallest.ref.dataSync();
}

let differentiating = false;

/** Whether the function being traced will be differentiated. */
export const isDifferentiating = (): boolean => differentiating;

/** `f`'s value, a scalar, and its derivatives by the tensors of its first input, for use inside {@link compile}. */
export const withGradients =
  <Parameters extends TensorTree, Inputs extends TensorTree[]>(
    f: (parameters: Parameters, ...inputs: Inputs) => Tensor,
  ) =>
  (parameters: Parameters, ...inputs: Inputs): { value: Tensor; gradients: Parameters } => {
    differentiating = true;
    try {
      const [value, gradients] = valueAndGrad(f)(...([parameters, ...inputs] as never));
      return { value: value as Tensor, gradients: gradients as Parameters };
    } finally {
      differentiating = false;
    }
  };

/** The same values, taken as constants by {@link withGradients}. */
export const asConstant = (x: Tensor): Tensor => lax.stopGradient(x.ref);

export const fromFloats = (data: Float32Array, shape: readonly number[]): Tensor =>
  np.array(data as Float32Array<ArrayBuffer>, { shape: [...shape] });

export const fromIntegers = (data: Int32Array, shape: readonly number[]): Tensor =>
  np.array(data as Int32Array<ArrayBuffer>, { shape: [...shape] });

/** The values in row-major order. Ends the tensor. */
export const read = (tensor: Tensor): Float32Array | Int32Array =>
  tensor.dataSync() as Float32Array | Int32Array;

/** Frees the memory of outputs that are no longer needed. */
export const release = (tensors: TensorTree): void => tree.dispose(tensors);

const borrowed = (operand: Operand): Operand => (typeof operand === "number" ? operand : operand.ref);

export const add = (a: Operand, b: Operand): Tensor => np.add(borrowed(a), borrowed(b));
export const subtract = (a: Operand, b: Operand): Tensor => np.subtract(borrowed(a), borrowed(b));
export const multiply = (a: Operand, b: Operand): Tensor => np.multiply(borrowed(a), borrowed(b));
export const divide = (a: Operand, b: Operand): Tensor => np.trueDivide(borrowed(a), borrowed(b));
export const maximum = (a: Operand, b: Operand): Tensor => np.maximum(borrowed(a), borrowed(b));
export const logarithm = (x: Tensor): Tensor => np.log(x.ref);
export const squareRoot = (x: Tensor): Tensor => np.sqrt(x.ref);

export const lessThan = (a: Tensor, b: Operand): Tensor => np.less(a.ref, borrowed(b));
export const select = (condition: Tensor, then: Operand, otherwise: Operand): Tensor =>
  np.where(condition.ref, borrowed(then), borrowed(otherwise));

/** Sum of all elements, a scalar. */
export const sumAll = (x: Tensor): Tensor => np.sum(x.ref);
/** Sum over the last axis, which is kept with size 1. */
export const sumLast = (x: Tensor): Tensor => np.sum(x.ref, -1, { keepdims: true });
/** Maximum over the last axis, which is kept with size 1. */
export const maxLast = (x: Tensor): Tensor => np.max(foldedMaximum(x), -1, { keepdims: true });

/** The first place of the largest element of every row: [n, size] → [n]. */
export function argmaxLast(x: Tensor): Tensor {
  const size = x.shape[1] as number;
  const fromEnd = np.arange(size, 0, -1, { dtype: np.float32 });
  const ofLargest = select(lessThan(x, maxLast(x)), 0, fromEnd);
  return np.subtract(size, np.max(foldedMaximum(ofLargest), -1)).astype(np.int32);
}

const foldedLength = 16;

/**
 * Brings the last axis down to 16 maxima where its length is a multiple of that: jax-js takes maxima along the last axis
 * one element at a time, and along others four at a time.
 */
function foldedMaximum(x: Tensor): Tensor {
  const length = x.shape.at(-1) as number;
  if (length % foldedLength !== 0) return x.ref;
  return np.max(x.ref.reshape([...x.shape.slice(0, -1), length / foldedLength, foldedLength]), -2);
}

export const reshape = (x: Tensor, shape: number[]): Tensor => x.ref.reshape(shape);
export const transpose = (x: Tensor, order: number[]): Tensor => np.transpose(x.ref, order);
export const flip = (x: Tensor, axis: number): Tensor => np.flip(x.ref, axis);
/** Elements `from` (included) to `to` (left out) of one axis. */
export const sliceAxis = (x: Tensor, axis: number, from: number, to: number): Tensor =>
  x.ref.slice(
    ...Array.from({ length: x.ndim }, (_, i): [] | [number, number] => (i === axis ? [from, to] : [])),
  );
export const sliceLast = (x: Tensor, from: number, to: number): Tensor => sliceAxis(x, x.ndim - 1, from, to);
/** Rows of a matrix by index: [rows, columns] and [n] → [n, columns]. */
export const takeRows = (matrix: Tensor, indices: Tensor): Tensor => np.take(matrix.ref, indices.ref, 0);

/** `x` [n, in] and a weight as Hugging Face stores it [out, in] → [n, out]. */
export const linear = (x: Tensor, weight: Tensor): Tensor =>
  lax.dot(x.ref, weight.ref, { lhsContractingDims: [1], rhsContractingDims: [1] });

/**
 * Product over one axis of each, with equal leading `batch` axes:
 * [batch, rows..., k] and [batch, k, columns] → [batch, rows..., columns].
 */
export const contract = (a: Tensor, b: Tensor, batchAxes: number): Tensor => {
  const batch = Array.from({ length: batchAxes }, (_, axis) => axis);
  return lax.dot(a.ref, b.ref, {
    lhsBatchDims: batch,
    rhsBatchDims: batch,
    lhsContractingDims: [a.ndim - 1],
    rhsContractingDims: [b.ndim - 2],
  });
};
