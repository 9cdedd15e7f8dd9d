/**
 * Processor time of all threads of this process since it began, in seconds: what the work takes on one core, however
 * busy the machine is.
 */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
