export declare function watchParent(onDeath: () => void): () => void
