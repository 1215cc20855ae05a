CREATE TABLE okx_account (
    api_key    VARCHAR(36) NOT NULL,
    secret_key VARCHAR(32) NOT NULL,
    passphrase VARCHAR(32) DEFAULT NULL COMMENT 'Passphrase of OKX, V5 only!'
);
