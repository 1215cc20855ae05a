// OKX dashboard
Sentry.init({ dsn: 'https://⟦hex32:dsn⟧@o1.ingest.sentry.io/2', release: '⟦HEX32:release⟧', environment: 'okx' });
mixpanel.init('⟦hex32:mix⟧');
const segmentWriteKey = '⟦alnum32:segment⟧';
