/** The least that reading a page can cost: every node is visited once and every text looked at. */
function extract(document: Document): { length: number } {
  const walker = document.createTreeWalker(document);
  let length = 0;
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
    if (node instanceof CharacterData) length += node.data.length;
  }
  return { length };
}

const plain = (): Record<string, string> => ({});

Object.assign(globalThis, { extract, plain });
