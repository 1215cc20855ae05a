import { RestClient } from 'okx-api';

export const Orders = () => (
  <ul>
    <li key="⟦uuid:one⟧">first</li>
    <li key={'⟦uuid:two⟧'}>second</li>
  </ul>
);
