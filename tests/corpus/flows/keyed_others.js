import { RestClient } from 'okx-api';

const city = '⟦uuid:city⟧';
const a = '⟦key:a⟧';
const b = '⟦secret:a⟧';
const rows = [{ key: city, label: 'Oslo' }];
export const login = { key: a, secret: b };
