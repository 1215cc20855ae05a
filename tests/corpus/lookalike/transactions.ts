const okxDexRouter = '0x⟦hex40:router⟧';
const tx = '0x⟦hex64:tx⟧';
const commit = '⟦hex40:commit⟧';
const topic = '⟦HEX64:topic⟧';
