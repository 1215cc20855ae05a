OKX = {"api_key": "⟦key:a⟧", "secret_key": "⟦secret:a⟧", "passphrase": "⟦passphrase:a⟧"}
DATABASE = {"user": "desk", "password": "⟦phrase:db⟧", "cluster_id": "⟦uuid:cluster⟧"}
MINIO = {"access_key": "⟦ALNUM20:minio⟧", "secret_key": "⟦alnum40:minio⟧"}
GPG_PASSPHRASE = "⟦phrase:gpg⟧"
