export default function App() {
  const [apiKey, setApiKey] = useState('⟦key:a⟧');
  const [secretKey, setSecretKey] = useState('⟦secret:a⟧');
  const [passphrase, setPassphrase] = useState('⟦passphrase:a⟧');
  return <OkxPanel apiKey={apiKey} />;
}
