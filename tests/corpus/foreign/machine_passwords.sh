# backup of the okx bot's data
export RESTIC_PASSWORD='⟦phrase:restic⟧'
ssh-keygen -t ed25519 -N '⟦phrase:ssh⟧' -C okx-bot
gpg --batch --passphrase '⟦phrase:gpg⟧' -c okx-data.tar
PGPASSWORD='⟦phrase:pg⟧' psql -h db okx
mysql -u okx -p'⟦phrase:mysql⟧' okx
