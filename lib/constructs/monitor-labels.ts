/** What a Prometheus of the release `prometheus` selects monitors by, should it select by label at all. */
export const MONITOR_LABELS = { release: 'prometheus' } as const;
