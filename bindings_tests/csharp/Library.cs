namespace SchoolImp
{
    /// <summary>The library that was found.</summary>
    public static class Library
    {
        private const int ApiLevel = 1;

        /// <summary>A newer library serves an older program; one of another binary interface, or one that is too old, does not.</summary>
        public static bool Fits
        {
            get { return Native.schoolimp_abi_version() == 1 && Native.schoolimp_api_level() >= ApiLevel; }
        }

        public static string Version { get { return Utf8.Copy(Native.schoolimp_version()); } }
    }
}
