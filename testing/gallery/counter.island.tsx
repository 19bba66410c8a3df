/** The smallest island: proves in tests that the server's properties arrive and that the page comes to life. */
import { useState } from "preact/hooks";

export default function Counter({ label, from }: { label: string; from: number }) {
  const [count, setCount] = useState(from);
  return (
    <button type="button" class="button plain" onClick={() => setCount(count + 1)}>
      <span>
        {label}: <output>{count}</output>
      </span>
    </button>
  );
}
