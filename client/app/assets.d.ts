/** Style sheets imported by lazy pages; the bundler takes care of them. */
declare module '*.css';
