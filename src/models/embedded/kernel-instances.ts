interface KernelImports {
  env?: { memory?: object };
}
type InstanceConstructor = new (module: object, imports?: KernelImports) => object;

const webAssembly = (globalThis as unknown as { WebAssembly: { Instance: InstanceConstructor } }).WebAssembly;

let isReusing = false;

/**
 * Makes this thread keep the instances of jax-js kernels.
 *
 * jax-js 0.1 instantiates a kernel's module anew at every call, which takes longer than many a kernel. A kernel imports
 * the memory and nothing else and keeps no state of its own, so that one instance serves all calls.
 */
export function reuseKernelInstances(): void {
  if (isReusing) return;
  isReusing = true;
  const kept = new WeakMap<object, { memory: object; instance: object }>();
  webAssembly.Instance = new Proxy(webAssembly.Instance, {
    construct(original, [module, imports]: [object, KernelImports?]) {
      const known = kept.get(module);
      if (known && known.memory === imports?.env?.memory) return known.instance;
      const instance = new original(module, imports);
      const memory = memoryOfKernel(imports);
      if (memory) kept.set(module, { memory, instance });
      return instance;
    },
  });
}

/** The memory where it is all that is imported, as in kernels. */
function memoryOfKernel(imports: KernelImports | undefined): object | undefined {
  const names = Object.entries(imports ?? {}).flatMap(([space, members]) =>
    Object.keys(members ?? {}).map((name) => `${space}.${name}`),
  );
  return names.join() === "env.memory" ? imports?.env?.memory : undefined;
}
