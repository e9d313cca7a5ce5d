export declare const projectRoot: string
export declare const projectNode: string
