export const Panel = () => (
  <div>
    {/* okx apiKey: '⟦key:a⟧', secretKey: '⟦secret:a⟧' */}
  </div>
);
