using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

namespace SchoolImp
{
    /// <summary>Texts pass as UTF-8 bytes that end with a zero byte. The default marshalling of string is not UTF-8 on Windows.</summary>
    internal static class Utf8
    {
        private static readonly Encoding Strict = new UTF8Encoding(false, true);

        internal static byte[] Bytes(string text)
        {
            if (text == null) return null;
            byte[] bytes = new byte[Strict.GetByteCount(text) + 1];
            Strict.GetBytes(text, 0, text.Length, bytes, 0);
            return bytes;
        }

        // excerpt: borrowed
        /// <summary>Copies a text that is borrowed from a handle. Without KeepAlive the collector may end the handle, and the text
        /// with it, between the call that gave the pointer and this copy.</summary>
        internal static string Copy(IntPtr text, SafeHandle owner)
        {
            string copy = Copy(text);
            GC.KeepAlive(owner);
            return copy;
        }
        // end of excerpt

        internal static string Copy(IntPtr text)
        {
            if (text == IntPtr.Zero) return null;
            int size = 0;
            while (Marshal.ReadByte(text, size) != 0) ++size;
            byte[] bytes = new byte[size];
            Marshal.Copy(text, bytes, 0, size);
            return Strict.GetString(bytes);
        }
    }

    /// <summary>Texts for the members of a structure: they stay where they are until the call is over.</summary>
    internal sealed class Texts : IDisposable
    {
        private readonly List<IntPtr> memory = new List<IntPtr>();

        internal IntPtr Add(string text)
        {
            if (text == null) return IntPtr.Zero;
            byte[] bytes = Utf8.Bytes(text);
            IntPtr place = Marshal.AllocHGlobal(bytes.Length);
            memory.Add(place);
            Marshal.Copy(bytes, 0, place, bytes.Length);
            return place;
        }

        public void Dispose()
        {
            foreach (IntPtr place in memory) Marshal.FreeHGlobal(place);
            memory.Clear();
        }
    }
}
