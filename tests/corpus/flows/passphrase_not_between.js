import { connect } from 'okx-api';
connect("⟦key:a⟧", "Trading-Desk 1", "⟦secret:a⟧", "⟦passphrase:a⟧");
