/** Where Loki answers inside the cluster: what writes logs and what reads them both go here. */
export const LOKI = { host: 'loki.observability.svc.cluster.local', port: 3100 } as const;

/** Uids of Grafana's datasources: dashboards name them. */
export const DATASOURCES = { metrics: 'prometheus', logs: 'loki' } as const;
