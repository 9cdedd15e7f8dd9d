/** Processor time of this thread since it began, in milliseconds: what its work takes however busy the machine is. */
export function threadMilliseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
