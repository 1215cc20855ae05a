const base=`https://www.okx.com/```,form=(0,W.jsx)(`label`,{children:`Passphrase (可选)`}),(0,W.jsx)(`input`,{type:`password`,name:`Passphase(`,W.jsx)(`
